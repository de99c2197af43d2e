package kontor.local.verify;

import java.net.http.HttpResponse;
import kontor.local.keycloak.LogIn;
import kontor.local.reporting.ReportingProcess;
import kontor.local.service.Service;
import kontor.local.stack.Folders;
import kontor.local.stack.Http;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks reporting, as the admin that the demo data bring. */
final class FigureReader {

    private static final String ADMIN = "ada";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Folders folders;
    private final Ports ports;
    private final LogIn logIn;
    private @Nullable String token;

    FigureReader(Folders folders, Ports ports, Secrets secrets) {
        this.folders = folders;
        this.ports = ports;
        logIn = new LogIn(ports, secrets);
    }

    /** Nobody has to run it; who has started it wants to know that it died. */
    boolean isWanted() {
        return new ReportingProcess(folders).isWanted();
    }

    JsonNode rows(String table) {
        return get("/figures/" + table).required("items");
    }

    JsonNode position() {
        return get("/position");
    }

    private JsonNode get(String path) {
        String bearer = token;
        if (bearer == null) {
            bearer = logIn.token(ADMIN);
            token = bearer;
        }
        HttpResponse<String> response = Http.send(Http.to(Service.REPORTING.url(ports) + "/api/v1/reporting" + path)
                .header("Authorization", "Bearer " + bearer)
                .build());
        if (response.statusCode() != 200) {
            throw new Trouble("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
