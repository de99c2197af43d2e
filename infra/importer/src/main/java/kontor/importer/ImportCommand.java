package kontor.importer;

import java.time.Instant;
import java.util.Arrays;
import kontor.importer.calls.Pace;
import kontor.importer.reading.Refused;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/**
 * The command {@code infra/import}. It ends with 0 if all is well, 1 if the shop differs from the source, 2 if nothing
 * was imported because of what was asked or what is wrong with the file, and 3 if it stopped on the way.
 */
public final class ImportCommand {

    private static final int DIFFERENT = 1;
    private static final int REFUSED = 2;
    private static final int STOPPED = 3;

    private ImportCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        ImportOptions options;
        RunningShop shop;
        try {
            options = ImportOptions.parse(Arrays.asList(arguments));
            shop = RunningShop.find(Folders.from(System.getenv()));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            return REFUSED;
        }
        boolean isTerminal = Boolean.getBoolean("kontor.import.terminal");
        try {
            ProgressLine progress = new ProgressLine(System.out, isTerminal);
            Instant now = shop.clock().instant();
            boolean isClean = switch (options.kind()) {
                case COMMUNITY -> new CommunityImport(options, shop.client(), progress, Pace.real()).run(now);
                case RETAIL -> new RetailImport(options, shop.client(), progress, Pace.real()).run(now);
            };
            return isClean ? 0 : DIFFERENT;
        } catch (Refused refused) {
            System.err.println("Nothing was imported: " + refused.getMessage());
            refused.further().forEach(line -> System.err.println("  also: " + line));
            return REFUSED;
        } catch (Trouble trouble) {
            System.err.println((isTerminal ? "\n" : "") + "The import stopped: " + trouble.getMessage());
            return STOPPED;
        }
    }
}
