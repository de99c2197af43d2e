package kontor.local.service;

import kontor.local.stack.Ports;

/**
 * One of the processes of a service, which share its database, consumer groups and folders.
 *
 * @param number 1 is called like the service, 2 and more carry their number
 */
public record Instance(Service service, int number) {

    public String name() {
        return isFirst() ? service.name() : service.name() + "-" + number;
    }

    /** Brings the database up to date, so the others begin after it. */
    boolean isFirst() {
        return number == 1;
    }

    public int port(Ports ports) {
        return service.port(ports.ofInstance(number));
    }

    public int managementPort(Ports ports) {
        return service.managementPort(ports.ofInstance(number));
    }

    public String url(Ports ports) {
        return service.url(ports.ofInstance(number));
    }
}
