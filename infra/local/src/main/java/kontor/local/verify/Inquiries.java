package kontor.local.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kontor.local.service.Service;

/** Finds what there is to check: the sets of the services and of the platform, and the comparisons. */
final class Inquiries {

    private static final String SET = "src/main/resources/verify";

    private final Path checkout;

    Inquiries(Path checkout) {
        this.checkout = checkout;
    }

    List<Inquiry> all() {
        List<Inquiry> all = new ArrayList<>();
        List<String> services = Service.ALL.stream()
                .filter(Service::hasDatabase)
                .map(Service::name)
                .sorted()
                .toList();
        for (String service : services) {
            texts(checkout.resolve("infra/platform").resolve(SET))
                    .forEach(text -> all.add(VerifyQuery.of(service, text)));
            texts(checkout.resolve(service + "-service").resolve(SET))
                    .forEach(text -> all.add(VerifyQuery.of(service, text)));
        }
        texts(checkout.resolve("infra/local/src/main/resources/compare")).forEach(text -> all.add(Comparison.of(text)));
        return all;
    }

    private static List<String> texts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(Inquiries::text)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
