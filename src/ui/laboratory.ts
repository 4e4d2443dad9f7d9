/** The guarantee lab of the page, made when it is first wanted: its workers cost memory. */
import { createLab, type Lab } from '../store/lab.ts';
import { type Services, useServices } from './services.ts';

const made = new WeakMap<Services, Lab>();

export function useLab(): Lab {
  const services = useServices();
  const lab = made.get(services) ?? createLab(Array.from({ length: services.labWorkers }, services.newClient));
  made.set(services, lab);
  return lab;
}
