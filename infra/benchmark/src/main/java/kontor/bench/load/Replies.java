package kontor.bench.load;

/** Is told of each answer as it arrives, on the generator's only thread. */
@FunctionalInterface
public interface Replies {

    Replies IGNORED = (sequence, status) -> {};

    void on(long sequence, int status);
}
