package kontor.local.verify;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kontor.local.stack.Console;

/**
 * Asks everything and says what disagrees. What is on its way between services disagrees for a moment, so offended
 * statements are asked again until they hold or the time for healing is over.
 */
public final class Verification {

    /** An inquiry that did not hold, with what offends it. */
    private record Offence(Inquiry inquiry, List<String> offenders) {}

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Inquiries inquiries;
    private final Databases databases;
    private final Console console;
    private final Duration healing;

    Verification(Inquiries inquiries, Databases databases, Console console, Duration healing) {
        this.inquiries = inquiries;
        this.databases = databases;
        this.console = console;
        this.healing = healing;
    }

    /** Returns 0 when every statement holds, 1 when one does not. */
    public int run() throws InterruptedException {
        List<Inquiry> all = inquiries.all();
        long end = System.nanoTime() + healing.toNanos();
        List<Offence> offences = ask(all);
        while (!offences.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            offences = ask(offences.stream().map(Offence::inquiry).toList());
        }
        offences.forEach(this::tell);
        console.say(
                offences.isEmpty()
                        ? "All %d statements hold.".formatted(all.size())
                        : "%d of %d statements do not hold.".formatted(offences.size(), all.size()));
        return offences.isEmpty() ? 0 : 1;
    }

    private List<Offence> ask(List<Inquiry> inquiries) {
        List<Offence> offences = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            List<String> offenders = offenders(inquiry);
            if (!offenders.isEmpty()) {
                offences.add(new Offence(inquiry, offenders));
            }
        }
        return offences;
    }

    /** A question that cannot be asked is no proof: it counts as offended. */
    private List<String> offenders(Inquiry inquiry) {
        try {
            return inquiry.offenders(databases);
        } catch (SQLException cause) {
            return List.of("It could not be asked: " + cause.getMessage());
        }
    }

    private void tell(Offence offence) {
        console.say(
                "%s: %s".formatted(offence.inquiry().place(), offence.inquiry().statement()));
        offence.offenders().forEach(offender -> console.say("    " + offender));
    }
}
