package kontor.local.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kontor.local.service.Service;
import kontor.local.stack.Folders;
import kontor.local.stack.Texts;

/** Finds what there is to check: the sets of the services and of the platform, the comparisons, the pictures. */
final class Inquiries {

    private static final String SET = "src/main/resources/verify";
    private static final String SQL = ".sql";

    private final Folders folders;

    private final FigureReader figures;

    Inquiries(Folders folders, FigureReader figures) {
        this.folders = folders;
        this.figures = figures;
    }

    List<Inquiry> all() {
        Path checkout = folders.checkout();
        List<Inquiry> all = new ArrayList<>();
        List<String> services = Service.ALL.stream()
                .filter(Service::hasDatabase)
                .map(Service::name)
                .sorted()
                .toList();
        for (String service : services) {
            Texts.in(checkout.resolve("infra/platform").resolve(SET), SQL)
                    .forEach(text -> all.add(VerifyQuery.of(service, text)));
            Texts.in(checkout.resolve(service + "-service").resolve(SET), SQL)
                    .forEach(text -> all.add(VerifyQuery.of(service, text)));
        }
        Texts.in(checkout.resolve("infra/local/src/main/resources/compare"), SQL)
                .forEach(text -> all.add(Comparison.of(text)));
        all.addAll(StoredPictures.of(folders));
        if (figures.isWanted()) {
            all.add(new ReportingIsThere(figures));
            Texts.in(checkout.resolve("infra/local/src/main/resources/figures"), SQL)
                    .forEach(text -> all.add(ReportedFigure.of(text, figures)));
        }
        return all;
    }
}
