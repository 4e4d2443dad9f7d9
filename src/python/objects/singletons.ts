/** None, Ellipsis and NotImplemented: what little they can do. */
import { raise, TypeError } from './errors.ts';
import { method, newMethod } from './native.ts';
import { Ellipsis, ellipsisType, NotImplemented, noneType, notImplementedType } from './value.ts';

method(noneType, '__repr__', 'self, /', () => 'None');
method(noneType, '__bool__', 'self, /', () => false);
method(noneType, '__hash__', 'self, /', () => 0xfca86420);
newMethod(noneType, (args) => (args.length > 1 ? raise(TypeError, 'NoneType takes no arguments') : null));
method(ellipsisType, '__repr__', 'self, /', () => 'Ellipsis');
method(ellipsisType, '__reduce__', 'self, /', () => 'Ellipsis');
newMethod(ellipsisType, (args) => (args.length > 1 ? raise(TypeError, 'EllipsisType takes no arguments') : Ellipsis));
method(notImplementedType, '__repr__', 'self, /', () => 'NotImplemented');
method(notImplementedType, '__reduce__', 'self, /', () => 'NotImplemented');
method(notImplementedType, '__bool__', 'self, /', () =>
  raise(TypeError, 'NotImplemented should not be used in a boolean context'),
);
newMethod(notImplementedType, (args) =>
  args.length > 1 ? raise(TypeError, 'NotImplementedType takes no arguments') : NotImplemented,
);
