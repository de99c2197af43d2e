package kontor.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Of each service one address, behind which there may be several instances, or that of each instance. */
public record Addresses(Map<String, List<URI>> ofServices) {}
