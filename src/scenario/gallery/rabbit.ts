/** What `rabbitmq-server` says when it starts as the process `rabbit` of a Procfile. */
export const RABBIT_STARTS =
  'rabbit.1 |   ##  ##      RabbitMQ 3.10.8\nrabbit.1 | \nrabbit.1 |   Starting broker... completed with 0 plugins.\n';
