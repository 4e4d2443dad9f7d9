"""Aliases of generic classes: what stands in for type variables, tuples of them among them."""
from typing import *
import typing, weakref, collections.abc as cabc
T=TypeVar('T'); T1=TypeVar('T1'); T2=TypeVar('T2'); Ts=TypeVarTuple('Ts'); P=ParamSpec('P'); Us=TypeVarTuple('Us')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class G(Generic[T, *Ts]): pass
class A(Generic[*Ts]): pass
for a in ("tuple[T, *Ts][int]","tuple[T, *Ts][int, str, bool]","tuple[*Ts, T][int]","tuple[*Ts, T][int,str]","tuple[T1, *Ts, T2][int,str]","tuple[T1, *Ts, T2][int,bool,str]",
 "tuple[list[T], *Ts][int, str]","tuple[T, *Ts][*tuple[int, ...]]","tuple[T, *Ts][int, *tuple[str, ...]]","tuple[*Ts, T][*tuple[int, ...], str]","tuple[*Ts][()]","tuple[*Ts][int]","tuple[*Ts][*Us]","tuple[*Ts, *Us]","tuple[T][int, str]","tuple[T1,T2][int]","dict[T1,T2][*tuple[int,str]]","dict[T1,T2][*tuple[int]]",
 "tuple[T, *Ts][()]","list[T][()]","list[int][str]","cabc.Callable[P, T][[int], str]","cabc.Callable[P, T][..., str]","cabc.Callable[[T], T2][int, str]","Callable[P, T][[int], str]","cabc.Callable[P, int][int]","cabc.Callable[P,int][[int, str]]","G[int]","G[int, str, bool]","A[()]","A[int]","list[A[*Ts]][()]","list[A[*Ts]][int,str]","tuple[T1, *tuple[tuple[*Ts], ...]][int, str, bool]","Tuple[T, *Ts][int, str]","dict[T, list[T]][int]","tuple[T, *Ts].__parameters__","list[T].__parameters__","cabc.Callable[P,T].__parameters__","list[T]|int","(list[T]|int)[str]","dict[str, T]|None","Union[T, list[T]][int]","tuple[Unpack[Ts]][int, str]","tuple[*Ts].__args__","tuple[*tuple[int,str]].__args__", "list[T].__unpacked__","(*list[T],)[0]","(*tuple[int],)[0].__unpacked__","(*tuple[int],)[0].__typing_unpacked_tuple_args__"):
    print(a, end=' -> '); t(lambda: eval(a))
t(lambda: type(NoDefault)() is NoDefault)
import pickle; t(lambda: pickle.loads(pickle.dumps(NoDefault)) is NoDefault)
t(lambda: weakref.ref(cabc.Callable[[int], str])() )
t(lambda: type('S',(Union,),{}))
