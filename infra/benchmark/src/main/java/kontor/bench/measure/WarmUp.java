package kontor.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Decides when a contestant is warm: its cost no longer moves from run to run. */
public final class WarmUp {

    private static final double STANDS_STILL = 0.07;
    private static final int MOST_RUNS = 20;

    private final List<Double> costs = new ArrayList<>();

    public void add(Round round) {
        costs.add(round.totalMicros());
    }

    /** CPU per operation is judged, because throughput moves with whatever else the machine does. */
    public boolean isOver() {
        int runs = costs.size();
        return runs >= MOST_RUNS || (runs >= 3 && stoodStill());
    }

    /** False where the last word was the limit on runs. */
    public boolean stoodStill() {
        int runs = costs.size();
        return runs >= 2 && isClose(costs.get(runs - 1), costs.get(runs - 2));
    }

    public int runs() {
        return costs.size();
    }

    private static boolean isClose(double one, double other) {
        return Math.abs(one - other) <= STANDS_STILL * Math.max(one, other);
    }
}
