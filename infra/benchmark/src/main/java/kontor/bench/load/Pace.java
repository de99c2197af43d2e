package kontor.bench.load;

/** When requests are sent. */
public sealed interface Pace {

    /** As soon as the answer before has come: shows the capacity, flatters the latency. */
    record Closed() implements Pace {}

    /** So many per second, whatever becomes of them: a latency counts from the moment the request was due. */
    record Open(double perSecond) implements Pace {

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
}
