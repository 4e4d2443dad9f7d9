class Message:
    """As it was sent. `properties` by AMQP's names, headers as `application_headers`."""

    def __init__(self, body='', **properties):
        self.body = body
        self.properties = properties

    @property
    def headers(self):
        return self.properties.get('application_headers')
