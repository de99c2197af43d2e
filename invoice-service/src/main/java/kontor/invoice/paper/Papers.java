package kontor.invoice.paper;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Renders documents. */
@Component
public final class Papers {

    public byte[] pdf(Paper paper, String mark) {
        return missing(mark + paper.number());
    }

    public byte[] xml(Paper paper, Profile profile) {
        return missing(profile + paper.number());
    }

    private static byte[] missing(String what) {
        return Optional.<byte[]>empty().orElseThrow(() -> new UnsupportedOperationException(what));
    }
}
