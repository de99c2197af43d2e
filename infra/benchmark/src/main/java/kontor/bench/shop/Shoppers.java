package kontor.bench.shop;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import kontor.local.stack.Trouble;
import tools.jackson.databind.JsonNode;

/**
 * Members who do nothing but buy. They are registered, verified and given credit through the API at the first
 * benchmark of a stack and kept for the next. There are many of them because the gateway limits each caller, and its
 * limits stay on.
 */
public final class Shoppers {

    /** The lifetime of a token is five minutes. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(200);

    private static final int LOG_INS_AT_A_TIME = 4;
    private static final long CREDIT_WANTED = 100_000_000;
    private static final long DEPOSIT = 1_000_000_000;

    private final URI gateway;
    private final ShopApi admin;
    private final Function<String, String> logIn;
    private final String password;
    private final int count;
    private List<String> tokens = List.of();
    private long tokensSince;

    /** @param logIn gives a token to the name of a log-in */
    public Shoppers(URI gateway, Function<String, String> logIn, String password, int count) {
        this.gateway = gateway;
        this.admin = new ShopApi(gateway, logIn.apply("ada"));
        this.logIn = logIn;
        this.password = password;
        this.count = count;
    }

    /**
     * Registers, verifies and gives credit where that is still to be done.
     *
     * @return the ids of all
     */
    public List<String> assemble() {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode member : admin.list("/members?name=Bench")) {
            known.put(member.required("lastName").asString(), member);
        }
        long rank = rank();
        List<String> ids = new ArrayList<>();
        List<String> poor = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            JsonNode member = known.get(lastName(number));
            String id =
                    (member == null ? register(number) : member).required("id").asString();
            if (member == null || !member.path("verified").asBoolean(false)) {
                admin.post("/members/%s/verification".formatted(id), Map.of("rankId", rank));
            }
            ids.add(id);
            if (admin.get("/accounts/" + id).required("creditMinor").asLong() < CREDIT_WANTED) {
                poor.add(id);
            }
        }
        if (!poor.isEmpty()) {
            Map<String, Object> batch = Map.of("memberIds", poor, "amountMinor", DEPOSIT, "comment", "Benchmark");
            admin.post("/deposits/batches", batch);
        }
        return ids;
    }

    public Customers customers() {
        return new Customers(admin);
    }

    private JsonNode register(int number) {
        Map<String, String> body =
                Map.of("lastName", lastName(number), "login", logInName(number), "password", password);
        return new ShopApi(gateway, "").post("/members", body);
    }

    /** One with a debt limit, so that each purchase has something to be checked against. */
    private long rank() {
        return admin.list("/ranks?sort=debtLimitMinor").stream()
                .filter(rank -> rank.path("active").asBoolean()
                        && !rank.path("systemUser").asBoolean())
                .filter(rank -> rank.path("debtLimitMinor").isNumber())
                .mapToLong(rank -> rank.required("id").asLong())
                .findFirst()
                .orElseThrow(() -> new Trouble("The shop has no active rank for the members of the benchmark."));
    }

    static String lastName(int number) {
        return "Bench %03d".formatted(number);
    }

    private static String logInName(int number) {
        return "bench-%03d".formatted(number);
    }

    /** Tokens of all, by the real log-in; the ones from before as long as they last for another run. */
    public List<String> freshTokens() {
        long now = System.nanoTime();
        if (tokens.isEmpty() || now - tokensSince > FRESH_FOR.toNanos()) {
            tokens = logInAll();
            tokensSince = now;
        }
        return tokens;
    }

    private List<String> logInAll() {
        try (ExecutorService executor = Executors.newFixedThreadPool(LOG_INS_AT_A_TIME)) {
            List<Future<String>> asked = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                String name = logInName(number);
                asked.add(executor.submit(() -> logIn.apply(name)));
            }
            List<String> got = new ArrayList<>();
            for (Future<String> token : asked) {
                got.add(token.get());
            }
            return got;
        } catch (ExecutionException failed) {
            throw new Trouble("A member of the benchmark could not log in: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
