package kontor.platform.web;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.jspecify.annotations.Nullable;

/** Lets constraints on the type argument of {@link Sent} judge a value that was sent and is not null. */
public final class SentValueExtractor implements ValueExtractor<Sent<@ExtractedValue ?>> {

    @Override
    public void extractValues(Sent<?> sent, ValueReceiver receiver) {
        @Nullable Object value = sent.value();
        if (value != null) {
            receiver.value(null, value);
        }
    }
}
