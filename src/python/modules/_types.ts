/** The module `_types`: what Lib/types.py would otherwise find out by making one object of each kind. CPython: Modules/_typesmodule.c. */
import { genericAliasType } from '../objects/generic-alias.ts';
import { unionType } from '../objects/union.ts';
import {
  asyncGeneratorType,
  builtinFunctionType,
  cellType,
  classMethodDescriptorType,
  codeType,
  coroutineType,
  ellipsisType,
  frameType,
  functionType,
  generatorType,
  getsetDescriptorType,
  mappingProxyType,
  memberDescriptorType,
  methodDescriptorType,
  methodType,
  methodWrapperType,
  moduleType,
  nativeType,
  noneType,
  notImplementedType,
  simpleNamespaceType,
  tracebackType,
  type Value,
  wrapperDescriptorType,
} from '../objects/value.ts';

const capsuleType = nativeType('PyCapsule');

export function typesModule(): Map<string, Value> {
  return new Map<string, Value>([
    ['AsyncGeneratorType', asyncGeneratorType],
    ['BuiltinFunctionType', builtinFunctionType],
    ['BuiltinMethodType', builtinFunctionType],
    ['CapsuleType', capsuleType],
    ['CellType', cellType],
    ['ClassMethodDescriptorType', classMethodDescriptorType],
    ['CodeType', codeType],
    ['CoroutineType', coroutineType],
    ['EllipsisType', ellipsisType],
    ['FrameType', frameType],
    ['FunctionType', functionType],
    ['GeneratorType', generatorType],
    ['GenericAlias', genericAliasType],
    ['GetSetDescriptorType', getsetDescriptorType],
    ['LambdaType', functionType],
    ['MappingProxyType', mappingProxyType],
    ['MemberDescriptorType', memberDescriptorType],
    ['MethodDescriptorType', methodDescriptorType],
    ['MethodType', methodType],
    ['MethodWrapperType', methodWrapperType],
    ['ModuleType', moduleType],
    ['NoneType', noneType],
    ['NotImplementedType', notImplementedType],
    ['SimpleNamespace', simpleNamespaceType],
    ['TracebackType', tracebackType],
    ['UnionType', unionType],
    ['WrapperDescriptorType', wrapperDescriptorType],
  ]);
}
