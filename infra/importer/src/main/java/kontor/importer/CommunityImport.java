package kontor.importer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.importer.calls.Collisions;
import kontor.importer.calls.Existing;
import kontor.importer.calls.Pace;
import kontor.importer.calls.Progress;
import kontor.importer.calls.ShopClient;
import kontor.importer.calls.Transfer;
import kontor.importer.check.Inspection;
import kontor.importer.check.Pictures;
import kontor.importer.check.Ranks;
import kontor.importer.fact.Fact;
import kontor.importer.login.LogInGiving;
import kontor.importer.login.LogInSheet;
import kontor.importer.reading.CommunityReader;
import kontor.importer.report.Comparing;
import kontor.importer.report.Comparison;
import kontor.importer.report.Report;
import kontor.importer.source.Community;
import kontor.importer.source.People;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/** The import of a community: everything is read and judged before the first row is sent. */
final class CommunityImport {

    /** Of one member, unless the shop was started with another limit (G-38). */
    private static final int PICTURES_AN_HOUR = 20;

    private final ImportOptions options;
    private final ShopClient shop;
    private final Progress progress;
    private final Pace pace;

    CommunityImport(ImportOptions options, ShopClient shop, Progress progress, Pace pace) {
        this.options = options;
        this.shop = shop;
        this.progress = progress;
        this.pace = pace;
    }

    /** Whether the shop now has what the source has; a dry run has nothing to differ. */
    boolean run(Instant now) {
        Community community = CommunityReader.read(options.source(), now);
        List<Fact> facts = Inspection.inspect(community);
        Pictures pictures =
                options.pictures().map(folder -> Pictures.in(folder, community)).orElseGet(Pictures::none);
        Existing existing = Existing.in(shop);
        List<String> notes = Collisions.check(community, existing);
        Stream.of(community.notes(), Ranks.notes(community.people()), notes, notes(community, pictures, existing))
                .flatMap(List::stream)
                .forEach(note -> progress.say("Note: " + note));
        if (options.dryRun()) {
            Report.plan(community, existing, pictures.files().size()).forEach(progress::say);
            progress.say("Nothing is wrong with %s; nothing was imported (--dry-run).".formatted(options.source()));
            return true;
        }
        // Before anything is written: the file's place must not turn out to be wrong at the end.
        Optional<LogInSheet> sheet = options.logIns().map(LogInSheet::create);
        try {
            return run(community, facts, pictures, existing, sheet);
        } finally {
            sheet.ifPresent(LogInSheet::close);
        }
    }

    private boolean run(
            Community community, List<Fact> facts, Pictures pictures, Existing existing, Optional<LogInSheet> sheet) {
        Transfer transfer = new Transfer(shop, progress);
        transfer.run(community, facts, pictures, existing);
        sheet.ifPresent(list -> {
            int given = new LogInGiving(shop, progress).give(community, transfer.ids(), list);
            progress.say(
                    given == 0
                            ? "Nobody needs a log-in."
                            : "%d members got a log-in; their one-time passwords are in %s."
                                    .formatted(given, options.logIns().orElseThrow()));
        });
        Report.counts(Table.values(), community::read, transfer.tally()).forEach(progress::say);
        progress.say("Comparing credits, stocks and totals with the source ...");
        Comparison comparison = new Comparing(shop, pace).compare(community, facts.size(), transfer.ids());
        Report.comparison(comparison).forEach(progress::say);
        progress.say(closing(comparison, transfer));
        return comparison.isClean();
    }

    private static String closing(Comparison comparison, Transfer transfer) {
        if (!comparison.isClean()) {
            return "The import is complete, but %d figures differ from the source."
                    .formatted(comparison.differences().size());
        }
        return transfer.tally().isUnchanged()
                ? "Everything was imported before; the shop agrees with the source."
                : "The community is imported; the shop agrees with the source.";
    }

    private List<String> notes(Community community, Pictures pictures, Existing existing) {
        Map<Long, Existing.Member> there = existing.importedMembers();
        long passwords = community.people().users().stream()
                .filter(People.User::hasPassword)
                .filter(user -> hasNone(there.get(user.id())))
                .count();
        Stream<String> logIns = passwords == 0 || options.logIns().isPresent()
                ? Stream.of()
                : Stream.of(
                        "%d users had a password, which cannot be taken over; --log-ins FILE.csv gives them log-ins."
                                .formatted(passwords));
        int shown = there.isEmpty() ? Pictures.shownBy(community) : 0;
        Stream<String> without = shown == 0 || options.pictures().isPresent()
                ? Stream.of()
                : Stream.of("%d pictures are left out, now and later: give their folder with --pictures DIR."
                        .formatted(shown));
        Stream<String> slow = !there.isEmpty() || pictures.files().size() <= PICTURES_AN_HOUR
                ? Stream.of()
                : Stream.of("Of %d pictures the shop takes %d an hour, unless it was started with another limit."
                        .formatted(pictures.files().size(), PICTURES_AN_HOUR));
        return Stream.of(logIns, without, slow).flatMap(note -> note).toList();
    }

    private static boolean hasNone(Existing.@Nullable Member member) {
        return member == null || !member.hasLogIn();
    }
}
