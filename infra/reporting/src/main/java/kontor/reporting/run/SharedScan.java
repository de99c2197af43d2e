package kontor.reporting.run;

import java.util.SortedMap;
import java.util.TreeMap;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.Unavailable;
import kontor.reporting.stream.Stores;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Looks into the stores of all instances: each keeps the partitions it reads.
 *
 * @param authorization the caller's own token, which every instance judges for itself
 */
public record SharedScan(Run run, Others others, String authorization) implements Scan {

    @Override
    public <V> SortedMap<String, V> of(String store, String beginning, Class<V> type) {
        SortedMap<String, V> all = new TreeMap<>(run.local().of(store, beginning, type));
        if (!Stores.isWhole(store)) {
            run.others(store).forEach(host -> all.putAll(shareOf(host, store, beginning, type)));
        }
        return all;
    }

    private <V> SortedMap<String, V> shareOf(HostInfo host, String store, String beginning, Class<V> type) {
        try {
            String share = others.at(host).share(store, beginning, authorization);
            SortedMap<String, V> values = new TreeMap<>();
            EventJson.read(share, JsonNode.class)
                    .properties()
                    .forEach(entry -> values.put(
                            entry.getKey(), EventJson.read(entry.getValue().toString(), type)));
            return values;
        } catch (RestClientException silent) {
            throw new Unavailable("An instance of reporting");
        }
    }

    /** What this instance alone keeps, as another one asks for it. */
    public String share(String store, String beginning) {
        return EventJson.write(run.local().of(store, beginning, Stores.type(store)));
    }
}
