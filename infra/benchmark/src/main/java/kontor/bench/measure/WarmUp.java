package kontor.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides when a contestant is warm: its cost no longer falls. Compilers work in bursts, so a few runs that cost alike
 * say little; two windows of runs are compared.
 */
public final class WarmUp {

    /** A window that costs at least this much of the one before has stopped falling. */
    private static final double STANDS_STILL = 0.97;

    private static final int WINDOW = 3;
    private static final int MOST_RUNS = 40;

    private final List<Double> costs = new ArrayList<>();

    public void add(Round round) {
        costs.add(round.totalMicros());
    }

    /** CPU per operation is judged, because throughput moves with whatever else the machine does. */
    public boolean isOver() {
        return costs.size() >= MOST_RUNS || stoodStill();
    }

    /** Whether the last runs cost no less than those before. False where the limit on runs had the last word. */
    public boolean stoodStill() {
        if (costs.size() < 2 * WINDOW) {
            return false;
        }
        int middle = costs.size() - WINDOW;
        return mean(middle, costs.size()) >= STANDS_STILL * mean(middle - WINDOW, middle);
    }

    private double mean(int from, int to) {
        return costs.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    public int runs() {
        return costs.size();
    }
}
