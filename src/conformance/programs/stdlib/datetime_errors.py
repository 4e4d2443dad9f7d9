"""datetime: what is refused, in the words of CPython's C, and without frames of the module in a traceback."""
import traceback
from datetime import *


def told(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, '|', error)


moment = datetime(2024, 5, 17, 12, 30)
aware = moment.replace(tzinfo=timezone.utc)


class Odd(tzinfo):
    def utcoffset(self, dt):
        return self.offset

    def tzname(self, dt):
        return 5


odd = Odd()
for operation in (
    lambda: datetime(), lambda: date(), lambda: date(2020), lambda: date(2020, 1), lambda: datetime(2024, 1), lambda: datetime(2024, 13, 1),
    lambda: datetime(2023, 2, 29), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 24), lambda: time(25), lambda: time(1, 60), lambda: time(fold=2),
    lambda: datetime(2024, 1, 1, tzinfo=1), lambda: time(1, tzinfo='UTC'), lambda: datetime(2024, 1.5, 1), lambda: moment.replace(month=13),
    lambda: moment + 1, lambda: 1 + moment, lambda: moment - 1, lambda: moment < 1, lambda: moment.date() < moment, lambda: moment + moment,
    lambda: moment - aware, lambda: aware - moment, lambda: moment < aware, lambda: moment == aware, lambda: time(1) < time(1, tzinfo=timezone.utc),
    lambda: timedelta(days=10**9), lambda: timedelta(days=10**12), lambda: timedelta('a'), lambda: timedelta(1) + 1, lambda: timedelta(1) * 'a',
    lambda: timedelta(1) / 0, lambda: timedelta(1) // timedelta(0), lambda: 2 / timedelta(1), lambda: timedelta(1) < 5, lambda: moment + timedelta(days=10**8),
    lambda: date.max + timedelta(1), lambda: datetime.fromtimestamp('a'), lambda: date.fromtimestamp(None), lambda: datetime.strptime('a', '%Y'),
    lambda: datetime.strptime('2024-01-01 x', '%Y-%m-%d'), lambda: datetime.strptime('2024', '%Q'), lambda: datetime.fromisoformat('a'),
    lambda: date.fromisoformat('2024-1-1'), lambda: time.fromisoformat('99'), lambda: date.fromisoformat(5), lambda: datetime.fromisoformat(None),
    lambda: timezone(1), lambda: timezone(timedelta(days=1)), lambda: timezone(timedelta(0), 5), lambda: timezone.utc.utcoffset(5),
    lambda: timezone.utc.tzname('x'), lambda: timezone.utc.fromutc(moment), lambda: datetime.combine(1, 2), lambda: datetime.combine(date(2024, 1, 1), 2),
    lambda: moment.strftime(3), lambda: format(moment, '%Y'), lambda: moment.__format__(3), lambda: moment.astimezone(5), lambda: moment.isoformat(timespec='x'),
    lambda: moment.missing, lambda: len(moment), lambda: setattr(moment, 'name', 1), lambda: setattr(datetime, 'name', 1), lambda: [] + moment,
    lambda: datetime.now(1), lambda: date.fromisocalendar(2024, 54, 1), lambda: date.fromisocalendar(2024, 1, 8), lambda: '%d' % moment,
    lambda: moment.replace(tzinfo=odd).tzname(), lambda: setattr(odd, 'offset', 5) or moment.replace(tzinfo=odd).utcoffset(),
    lambda: setattr(odd, 'offset', timedelta(2)) or moment.replace(tzinfo=odd).utcoffset(), lambda: type('Zone', (timezone,), {}), lambda: hash(tzinfo()) and 1,
    lambda: tzinfo().utcoffset(None), lambda: datetime.isoformat, lambda: date.today().replace(day=99),
):
    told(operation)


class Broken(tzinfo):
    def utcoffset(self, dt):
        raise LookupError('no offset')


try:
    datetime(2024, 1, 1, tzinfo=Broken()).isoformat()
except LookupError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
datetime(2024, 2, 30)
