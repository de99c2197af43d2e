package kontor.bench.measure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Decides when a contestant is warm: its cost no longer moves from run to run. */
public final class WarmUp {

    private static final double STANDS_STILL = 0.07;
    private static final int ALIKE = 3;
    private static final int MOST_RUNS = 20;

    private final List<Double> costs = new ArrayList<>();

    public void add(Round round) {
        costs.add(round.totalMicros());
    }

    /** CPU per operation is judged, because throughput moves with whatever else the machine does. */
    public boolean isOver() {
        return costs.size() >= MOST_RUNS || stoodStill();
    }

    /** Whether the last runs cost alike: two may do so by chance. False where the limit on runs had the last word. */
    public boolean stoodStill() {
        if (costs.size() < ALIKE) {
            return false;
        }
        DoubleSummaryStatistics last = costs.subList(costs.size() - ALIKE, costs.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return last.getMax() - last.getMin() <= STANDS_STILL * last.getMax();
    }

    public int runs() {
        return costs.size();
    }
}
