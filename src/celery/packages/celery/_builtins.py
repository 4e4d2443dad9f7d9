"""Tasks that every app has: what canvases are made of."""


def add_builtins(app):
    @app.task(name='celery.backend_cleanup', ignore_result=True)
    def backend_cleanup():
        """What Redis has kept too long it has forgotten by itself."""

    @app.task(name='celery.accumulate')
    def accumulate(*args, **kwargs):
        index = kwargs.get('index')
        return args[index] if index is not None else args

    @app.task(name='celery.map')
    def xmap(task, it):
        from .canvas import signature
        task = signature(task, app=app).type
        return [task(item) for item in it]

    @app.task(name='celery.starmap')
    def xstarmap(task, it):
        from .canvas import signature
        task = signature(task, app=app).type
        return [task(*items) for items in it]
