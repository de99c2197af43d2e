package kontor.importer.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.importer.calls.Answer;
import kontor.importer.calls.Existing;
import kontor.importer.calls.Ids;
import kontor.importer.calls.Progress;
import kontor.importer.calls.ShopClient;
import kontor.importer.source.Community;
import kontor.importer.source.People;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a log-in to every imported member who had a password and has none here. Passwords themselves cannot be carried
 * over: the source keeps hashes only. Nobody is mailed; the one-time passwords are in the list.
 */
public final class LogInGiving {

    private static final String LOST = "not shown again; set one in Keycloak";

    private final ShopClient shop;
    private final Progress progress;

    public LogInGiving(ShopClient shop, Progress progress) {
        this.shop = shop;
        this.progress = progress;
    }

    /** How many got one. */
    public int give(Community community, Ids ids, LogInSheet sheet) {
        Map<String, Existing.Member> members = new HashMap<>();
        LogInNames names = new LogInNames();
        for (Existing.Member member : Existing.members(shop)) {
            members.put(member.id(), member);
            if (member.login() != null) {
                names.take(member.login());
            }
        }
        List<People.User> users = community.people().users().stream()
                .filter(People.User::hasPassword)
                .filter(user -> isWithout(members.get(ids.members().get(user.id()))))
                .toList();
        progress.begin("log-ins", users.size());
        for (People.User user : users) {
            give(user, ids.members().getOrDefault(user.id(), ""), names, sheet);
            progress.done(1);
        }
        return users.size();
    }

    private static boolean isWithout(Existing.@Nullable Member member) {
        return member != null && !member.hasLogIn() && !member.status().equals("ANONYMISED");
    }

    private void give(People.User user, String member, LogInNames names, LogInSheet sheet) {
        while (true) {
            String logIn = names.next(user);
            String body = JsonMapper.shared().writeValueAsString(Map.of("login", logIn));
            Answer answer = shop.post(
                    "/members/" + member + "/log-in", UUID.randomUUID().toString(), body);
            switch (answer.code()) {
                case "duplicate" -> {} // Keycloak knows the name, though no member bears it: the next one, then.
                case "already-in-state" -> {
                    sheet.add(user.name(), logIn, LOST);
                    return;
                }
                default -> {
                    if (!answer.isSuccess()) {
                        throw new Trouble(
                                "%s got no log-in (%d %s).".formatted(user.name(), answer.status(), answer.code()));
                    }
                    sheet.add(
                            user.name(),
                            logIn,
                            answer.body().path("oneTimePassword").asString(LOST));
                    return;
                }
            }
        }
    }
}
