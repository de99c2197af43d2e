package kontor.order.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.order.address.CountryCode;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKey;
import kontor.platform.web.RequestKeys;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /shipping-quotes}: members ask what it would cost; a question, so nothing is created. */
@RestController
@RequestMapping("/api/v1/shipping-quotes")
class QuoteController {

    private static final int MOST_LINES = 100;
    private static final long MOST_PIECES = 10_000;

    private final Quoting quoting;
    private final RequestKeys keys;

    QuoteController(Quoting quoting, RequestKeys keys) {
        this.quoting = quoting;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.MEMBER)
    Quote quote(@Valid @RequestBody QuoteRequest request, Caller caller) {
        return quoting.quote(request.toQuestion(keys.ifSent(request), caller));
    }

    record QuoteRequest(
            @NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid QuotedLine> lines,
            @NotNull Long packagingId,
            @NotNull @CountryCode String country) {

        AskQuote toQuestion(RequestKey key, Caller caller) {
            return new AskQuote(
                    key,
                    caller.memberId(),
                    caller.isAdmin(),
                    lines.stream().map(QuotedLine::toLine).toList(),
                    packagingId,
                    country);
        }
    }

    /** Pieces of a listing. */
    record QuotedLine(
            @NotNull Long listingId,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer quantity) {

        AskQuote.Line toLine() {
            return new AskQuote.Line(listingId, quantity);
        }
    }
}
