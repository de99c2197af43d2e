package kontor.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the demo shop shows of support and chat. */
record DemoDesk(List<CannedAnswer> cannedAnswers, List<Ticket> tickets, List<Talk> talks) {

    /** Without a type of target it fits anything. */
    record CannedAnswer(@Nullable String targetType, String title, String text) {}

    /** A ticket and how far it has come. */
    record Ticket(String creator, @Nullable Target target, String subject, String text, List<Step> steps) {

        Set<String> people() {
            return Stream.concat(Stream.of(creator), steps.stream().map(Step::by))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * What a ticket is about.
     *
     * @param find the list whose first item it is
     */
    record Target(String type, String find) {}

    /** Somebody writes, or does something with the ticket, such as {@code escalation}. */
    record Step(
            String by,
            @Nullable String text,
            @Nullable String action,
            @Nullable Map<String, Object> body) {}

    /** Two talk about what one of them offers; they take turns, the other one begins. */
    record Talk(String buyer, String seller, String listing, List<String> texts) {}

    /** Log-ins of all who take part. */
    Set<String> people() {
        return Stream.concat(
                        tickets.stream().flatMap(ticket -> ticket.people().stream()),
                        talks.stream().flatMap(talk -> Stream.of(talk.buyer(), talk.seller())))
                .collect(Collectors.toUnmodifiableSet());
    }

    static DemoDesk read() {
        return DemoGoods.read("/demo/desk.json", DemoDesk.class);
    }
}
