package kontor.local.stack;

import org.jspecify.annotations.Nullable;

/** What keeps a command from doing its work: one sentence that says what is wrong and what to do about it. */
public final class Trouble extends RuntimeException {

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
