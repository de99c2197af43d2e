package kontor.identity.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import kontor.platform.Rejection.Fault;
import kontor.platform.importing.ImportReport;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
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

    /** The sources whose people can be taken over (G-2). */
    private static final String SOURCES = "community";

    private final RankImporting ranks;
    private final MemberImporting members;
    private final HistoryImporting histories;
    private final RequestKeys keys;

    ImportController(RankImporting ranks, MemberImporting members, HistoryImporting histories, RequestKeys keys) {
        this.ranks = ranks;
        this.members = members;
        this.histories = histories;
        this.keys = keys;
    }

    @PostMapping("/ranks")
    @Access(Who.ADMIN)
    ImportReport ranks(@Valid @RequestBody Ranks request) {
        return ranks.take(request.source(), request.ranks(), keys.ifSent(request));
    }

    @PostMapping("/members")
    @Access(Who.ADMIN)
    ImportReport members(@Valid @RequestBody Members request) {
        return members.take(request.source(), request.members(), keys.ifSent(request));
    }

    @PostMapping("/member-histories")
    @Access(Who.ADMIN)
    ImportReport histories(@Valid @RequestBody Histories request) {
        request.requireFieldsOfKinds();
        return histories.take(request.source(), request.changes(), keys.ifSent(request));
    }

    record Ranks(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid RankRow> ranks) {}

    record Members(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid MemberRow> members) {}

    record Histories(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid ChangeRow> changes) {

        void requireFieldsOfKinds() {
            List<Fault> faults = IntStream.range(0, changes.size())
                    .boxed()
                    .flatMap(i -> changes.get(i).faults("/changes/" + i))
                    .limit(FAULTS_MOST)
                    .toList();
            if (!faults.isEmpty()) {
                throw new InvalidField(faults);
            }
        }
    }
}
