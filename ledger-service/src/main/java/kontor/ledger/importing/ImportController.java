package kontor.ledger.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.ledger.community.CommunityFact;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKeys;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Taking over another shop's history, by an admin. */
@RestController
class ImportController {

    private static final int MOST_FACTS = 500;
    private static final String SOURCES = "community";

    private final Importing importing;
    private final RequestKeys keys;

    ImportController(Importing importing, RequestKeys keys) {
        this.importing = importing;
        this.keys = keys;
    }

    /** Facts of one shop, in the order in which they happened. */
    record FactsRequest(
            @NotNull @Pattern(regexp = SOURCES, message = "must be " + SOURCES)
            String source,

            @NotNull @Size(min = 1, max = MOST_FACTS) @JsonDeserialize(contentUsing = FactReader.class)
            List<@NotNull @Valid CommunityFact> facts) {}

    @PostMapping("/api/v1/imports/community-facts")
    @Access(Who.ADMIN)
    FactResults takeOver(@Valid @RequestBody FactsRequest request) {
        return importing.takeOver(
                new Importing.TakeOverFacts(keys.ifSent(request), request.source(), List.copyOf(request.facts())));
    }
}
