# Recorded from CPython 3.13, where there are files of time zones; 3.14 does the same.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
import pickle, copy
for key in ('Europe/Paris','America/New_York','Asia/Tokyo','UTC','Asia/Kolkata','Australia/Sydney','US/Eastern','Etc/GMT+5','America/Sao_Paulo','Europe/London','Pacific/Apia'):
    z=ZoneInfo(key)
    for dt in (datetime(2024,1,15,12),datetime(2024,7,15,12),datetime(1990,7,1),datetime(2024,3,31,2,30),datetime(2024,10,27,2,30),datetime(2024,10,27,2,30,fold=1),datetime(2024,3,10,2,30),datetime(2024,11,3,1,30),datetime(2024,11,3,1,30,fold=1),datetime(2035,7,1)):
        d=dt.replace(tzinfo=z); print(key,d.isoformat(),d.tzname(),d.dst(),d.astimezone(timezone.utc).isoformat())
    u=datetime(2024,10,27,0,0,tzinfo=timezone.utc)
    for h in range(4):
        x=(u+timedelta(hours=h)).astimezone(z); print(x, x.fold)
print(repr(ZoneInfo('Europe/Paris')), str(ZoneInfo('UTC')), ZoneInfo('UTC') is ZoneInfo('UTC'), ZoneInfo.no_cache('UTC') is ZoneInfo('UTC'), pickle.loads(pickle.dumps(ZoneInfo('Asia/Tokyo'))) is ZoneInfo('Asia/Tokyo'))
for k in ('Mars/Base','',5,'/etc/passwd','../x'):
    try: ZoneInfo(k)
    except Exception as e: print(type(e).__name__, e)
print('Europe/Berlin' in available_timezones(), len(available_timezones())>400, ZoneInfo('Europe/Paris').utcoffset(None), ZoneInfo('UTC').utcoffset(None))
d=datetime(2024,3,30,12,tzinfo=ZoneInfo('Europe/Paris')); print(d+timedelta(days=1), (d+timedelta(days=1)).utcoffset(), d.strftime('%Z %z'), d==d.astimezone(ZoneInfo('Asia/Tokyo')))
