package kontor.catalog.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import kontor.catalog.core.StockPolicy;
import kontor.platform.Rejection.Fault;
import kontor.platform.importing.ImportReport;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKeys;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports over HTTP (G-39 to G-44): rows of one source, all or none; a row whose external id is here is left as it is,
 * so a request may be sent again. The first row at fault is named by its pointer.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final int ROWS_MOST = 500;
    private static final int FAULTS_MOST = 50;

    /** The sources whose goods can be taken over (G-2). */
    private static final String SOURCES = "community|retail";

    private static final String COMMUNITY = "community";

    private final TagImporting tags;
    private final ProductImporting products;
    private final RequestKeys keys;

    ImportController(TagImporting tags, ProductImporting products, RequestKeys keys) {
        this.tags = tags;
        this.products = products;
        this.keys = keys;
    }

    @PostMapping("/tags")
    @Access(Who.ADMIN)
    ImportReport tags(@Valid @RequestBody Tags request, Caller caller) {
        return tags.take(request.source(), request.tags(), caller.memberId(), keys.ifSent(request));
    }

    @PostMapping("/products")
    @Access(Who.ADMIN)
    ImportReport products(@Valid @RequestBody Products request) {
        request.requireOpeningsOfWhatIsCounted();
        return products.take(request.source(), request.products(), keys.ifSent(request));
    }

    record Tags(
            @NotNull @Pattern(regexp = COMMUNITY) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid TagRow> tags) {}

    record Products(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid ProductRow> products) {

        void requireOpeningsOfWhatIsCounted() {
            List<Fault> faults = IntStream.range(0, products.size())
                    .filter(i -> products.get(i).openingStock() != null
                            && products.get(i).stockPolicy() == StockPolicy.UNTRACKED)
                    .mapToObj(i -> new Fault(
                            "/products/%d/openingStock".formatted(i), "invalid-field", "belongs to what is counted"))
                    .limit(FAULTS_MOST)
                    .toList();
            if (!faults.isEmpty()) {
                throw new InvalidField(faults);
            }
        }
    }
}
