package kontor.bench.load;

import java.time.Duration;

/** When requests are sent. */
public sealed interface Pace {

    /** As soon as the answer before has come: shows the capacity, flatters the latency. */
    record Closed() implements Pace {}

    /**
     * So many per second, whatever becomes of them: a latency counts from the moment the request was due.
     *
     * @param leadIn for so long at the begin only failures count: a shop that comes from rest is not one under load
     */
    record Open(double perSecond, Duration leadIn) implements Pace {

        public Open(double perSecond) {
            this(perSecond, Duration.ZERO);
        }

        public Open {
            if (perSecond <= 0) {
                throw new IllegalArgumentException("A rate must be above 0: " + perSecond);
            }
        }

        /** Nanoseconds from the begin to the arrival of that number, the first being 0. */
        long dueNanos(long number) {
            return Math.round(number * 1e9 / perSecond);
        }
    }

    /** From when on successes count, in nanoseconds from the begin. */
    default long leadInNanos() {
        return switch (this) {
            case Closed closed -> 0;
            case Open open -> open.leadIn().toNanos();
        };
    }
}
