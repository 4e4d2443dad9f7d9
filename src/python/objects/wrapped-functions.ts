/** What stands around a function in a class or an instance: bound method, property, staticmethod, classmethod. */
import {
  classmethodType,
  methodType,
  PyObject,
  type PyType,
  propertyType,
  staticmethodType,
  type Value,
} from './value.ts';

export class PyMethod extends PyObject {
  readonly func: Value;
  readonly self: Value;
  constructor(func: Value, self: Value) {
    super(methodType);
    this.func = func;
    this.self = self;
  }
}

export class PyProperty extends PyObject {
  getter: Value;
  setter: Value;
  deleter: Value;
  doc: Value;
  /** What `__set_name__` said. */
  propertyName: Value | undefined = undefined;
  /** Its doc is its getter's. */
  hasGetterDoc = false;
  constructor(getter: Value, setter: Value, deleter: Value, doc: Value, cls: PyType = propertyType) {
    super(cls);
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
    this.doc = doc;
  }
}

export class PyStaticMethod extends PyObject {
  func: Value;
  constructor(func: Value, cls: PyType = staticmethodType) {
    super(cls);
    this.func = func;
  }
}

export class PyClassMethod extends PyObject {
  func: Value;
  constructor(func: Value, cls: PyType = classmethodType) {
    super(cls);
    this.func = func;
  }
}
