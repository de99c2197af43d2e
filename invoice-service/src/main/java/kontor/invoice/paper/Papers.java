package kontor.invoice.paper;

import org.springframework.stereotype.Component;

/** Renders documents. */
@Component
public final class Papers {

    public byte[] pdf(Paper paper, String mark) {
        throw new UnsupportedOperationException(mark + paper.number());
    }

    public byte[] xml(Paper paper, Profile profile) {
        throw new UnsupportedOperationException(profile + paper.number());
    }
}
