package kontor.bench.shop;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Conversations of the members of the benchmark, new for each run of the program. */
public final class BenchTalk {

    private final URI gateway;
    private final Shoppers shoppers;

    public BenchTalk(URI gateway, Shoppers shoppers) {
        this.gateway = gateway;
        this.shoppers = shoppers;
    }

    /**
     * Each conversation has members of its own, in the order of the list.
     *
     * @param ids of all members; a rest that fills no conversation is left out
     */
    public Talking.Circles open(List<String> ids, int members) {
        List<String> tokens = shoppers.freshTokens();
        List<Long> circles = new ArrayList<>();
        for (int first = 0; first + members <= ids.size(); first += members) {
            JsonNode made = new ShopApi(gateway, tokens.get(first))
                    .post(
                            "/conversations",
                            Map.of("type", "PRIVATE", "memberIds", ids.subList(first + 1, first + members)));
            circles.add(made.required("id").asLong());
        }
        return new Talking.Circles(List.copyOf(circles), members);
    }
}
