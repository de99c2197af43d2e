package kontor.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.local.service.Service;
import kontor.local.stack.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a part of the shop tells Prometheus, and an operator. */
record Figures(URI management) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Figures of(Ports ports, Service service) {
        return new Figures(URI.create("http://localhost:%d/actuator/".formatted(service.managementPort(ports))));
    }

    /** By name with labels. */
    Map<String, Double> all(String beginning) {
        Map<String, Double> figures = new TreeMap<>();
        for (String line : send(request("prometheus").GET()).split("\n", -1)) {
            int space = line.lastIndexOf(' ');
            if (space > 0 && line.charAt(0) != '#' && line.startsWith(beginning)) {
                figures.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        }
        return figures;
    }

    /** Whatever their labels are. */
    List<Double> valuesOf(String name) {
        return all(name).entrySet().stream()
                .filter(figure -> figure.getKey().replaceAll("\\{.*", "").equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Lets the service look after its invariants now: rows that disagree, by invariant. */
    Map<String, Double> verified() {
        Map<String, Double> rows = new TreeMap<>();
        JsonNode found = JsonMapper.shared().readTree(send(request("verify").POST(BodyPublishers.noBody())));
        found.properties()
                .forEach(entry -> rows.put(entry.getKey(), entry.getValue().asDouble()));
        return rows;
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(management.resolve(endpoint));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
