"""Ways of working that are more than messages: calls, and work for others."""
from .master import JsonMaster, Master, NackMessage, RejectMessage, Worker
from .rpc import RPC, JsonRPC
