package kontor.bench.shop;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import kontor.bench.load.HttpLoad;
import kontor.bench.load.Pace;
import kontor.bench.load.Replies;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;

/** Members buying over HTTP, at the gateway or straight at the service. */
public final class Buying implements Contestant {

    private final String name;
    private final URI server;
    private final int connections;
    private final Shoppers shoppers;
    private final ReadyRequests requests;
    private List<String> tokens = List.of();

    public Buying(String name, URI server, int connections, Shoppers shoppers, ReadyRequests requests) {
        this.name = name;
        this.server = server;
        this.connections = connections;
        this.shoppers = shoppers;
        this.requests = requests;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        List<String> fresh = shoppers.freshTokens();
        if (!fresh.equals(tokens)) {
            requests.use(fresh);
            tokens = fresh;
        }
        requests.startRun();
    }

    @Override
    public Outcome run(Duration duration) {
        return run(new Pace.Closed(), duration, Replies.IGNORED);
    }

    public Outcome run(Pace pace, Duration duration, Replies replies) {
        return new HttpLoad(server, connections, requests.wantedStatuses(), requests, replies).run(pace, duration);
    }
}
