"""Templates: texts with variables, filters and tags."""

from .base import Context, Node, RequestContext, Template, TemplateSyntaxError, VariableDoesNotExist
from .library import Library
from .loader import TemplateDoesNotExist

__all__ = ['Context', 'Library', 'Node', 'RequestContext', 'Template', 'TemplateDoesNotExist', 'TemplateSyntaxError',
           'VariableDoesNotExist']
