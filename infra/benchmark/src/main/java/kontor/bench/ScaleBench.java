package kontor.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.bench.measure.Pause;
import kontor.bench.measure.Series;
import kontor.bench.shop.BenchShelf;
import kontor.bench.shop.Buying;
import kontor.bench.shop.Good;
import kontor.bench.shop.ReadyRequests.Wish;
import kontor.bench.shop.Shoppers;
import kontor.local.process.HttpProbe;
import kontor.local.process.RunFile;
import kontor.local.process.Signals;
import kontor.local.service.Instance;
import kontor.local.service.Service;
import kontor.local.stack.Trouble;

/**
 * Shelf purchases through the gateway, by one instance of the ledger and by two, in turns. The second one is there all
 * the time; while one alone is measured it is frozen, so that the machine holds the same in both cases.
 */
final class ScaleBench {

    private static final int GOODS = 8;

    /** The relay's right and the partitions of one that is frozen go to the other within 12 s. */
    private static final Duration TAKING_OVER = Duration.ofSeconds(15);

    /** Until one that is thawed has its share of calls and partitions again. */
    private static final Duration COMING_BACK = Duration.ofSeconds(5);

    private final Bench bench;
    private final RunningShop shop;
    private final Instance second;
    private boolean isFrozen;

    ScaleBench(Bench bench) {
        this.bench = bench;
        this.shop = bench.shop();
        Service ledger = shop.service("ledger");
        if (shop.scale().of(ledger) != 2) {
            throw new Trouble("This takes two instances: infra/up --detach --scale ledger-service=2.");
        }
        this.second = new Instance(ledger, 2);
    }

    void run() {
        String database = second.service().database();
        long before = bench.databases().number(database, "select count(*) from shelf_purchase");
        List<String> parts = List.of("gateway", second.service().name(), second.name());
        BenchResult result = new BenchResult(shop, bench.options(), "purchases", parts, before);
        bench.run(result, shoppers -> {
            shoppers.assemble();
            try (BenchShelf shelf = shop.shelf()) {
                measure(result, shelf.open(GOODS), shoppers);
            } finally {
                thaw();
            }
        });
    }

    private void measure(BenchResult result, List<Good> goods, Shoppers shoppers) {
        List<String> carts = goods.stream()
                .map(good -> "{\"lines\":[{\"productId\":%d,\"amount\":1}]}".formatted(good.productId()))
                .toList();
        Wish purchase = new Wish("POST /api/v1/shelf-purchases", List.of(), caller -> carts);
        Buying buying = bench.buying("gateway", shop.gateway(), purchase, shoppers, Bench.series());
        List<Series> all = bench.compete(
                result, List.of(new Crew("one", this::freeze, buying), new Crew("two", this::thaw, buying)));
        result.ratio(all.get(1), all.get(0), Optional.empty());
    }

    private void freeze() {
        if (!isFrozen) {
            isFrozen = true;
            signal("STOP");
            Pause.take(TAKING_OVER);
        }
    }

    private void thaw() {
        if (!isFrozen) {
            return;
        }
        isFrozen = false;
        signal("CONT");
        URI readiness = URI.create(
                "http://localhost:%d/actuator/health/readiness".formatted(second.managementPort(shop.ports())));
        while (HttpProbe.status(readiness) != 200) {
            Pause.take(Duration.ofMillis(200));
        }
        Pause.take(COMING_BACK);
    }

    private void signal(String name) {
        Signals.send(
                RunFile.read(shop.folders().run(), second.name())
                        .flatMap(RunFile::process)
                        .orElseThrow(() -> new Trouble(second.name() + " does not run."))
                        .pid(),
                name);
    }

    /** Those who serve the same purchases. */
    private record Crew(String name, Runnable assembly, Buying buying) implements Contestant {

        @Override
        public void prepare() {
            assembly.run();
            buying.prepare();
        }

        @Override
        public Outcome run(Duration duration) {
            return buying.run(duration);
        }
    }
}
