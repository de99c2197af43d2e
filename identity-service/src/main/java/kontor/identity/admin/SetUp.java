package kontor.identity.admin;

import java.util.regex.Pattern;
import kontor.identity.keycloak.Account;
import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.keycloak.Password;
import kontor.identity.member.MemberBook;
import kontor.identity.member.Profile;
import kontor.platform.Rejection;
import kontor.platform.messaging.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The set-up command of the operator: makes the first admin, or says in one sentence why not (I-9). */
@Component
class SetUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);
    private static final Pattern EMAIL = Pattern.compile(Profile.EMAIL);
    private static final int PASSWORD_MIN = 8;
    private static final int PASSWORD_MAX = 64;

    private final SetUpSettings settings;
    private final MemberBook members;
    private final LogIns logIns;
    private final SettingUp settingUp;

    SetUp(SetUpSettings settings, MemberBook members, LogIns logIns, SettingUp settingUp) {
        this.settings = settings;
        this.members = members;
        this.logIns = logIns;
        this.settingUp = settingUp;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        @Nullable String email = settings.email();
        if (email == null) {
            return;
        }
        try {
            Password password = password(settings.password());
            if (!EMAIL.matcher(email).matches()) {
                throw new IllegalArgumentException("kontor.identity.setup.email must be an e-mail address.");
            }
            make(new Profile(settings.firstName(), settings.lastName(), null, email, null), password);
            LOG.info("{} is the first admin.", email);
        } catch (Rejection refused) {
            throw new IllegalStateException("No admin was made: " + refused.detail(), refused);
        }
    }

    private void make(Profile profile, Password password) {
        settingUp.requireNoAdmin();
        Account account = new Account(
                members.nextId(), profile.login(), profile.email(), profile.firstName(), profile.lastName());
        members.requireFree(profile, account.memberId());
        OpenedLogIn opened = logIns.open(account, password, () -> false);
        Origin.begin(new Origin(account.memberId(), "set-up", false));
        try {
            settingUp.makeFirstAdmin(profile, opened);
        } catch (RuntimeException failed) {
            logIns.abandon(opened);
            throw failed;
        } finally {
            Origin.end();
        }
        logIns.settle(opened);
    }

    static Password password(@Nullable String value) {
        int length = value == null ? 0 : value.codePointCount(0, value.length());
        if (value == null || length < PASSWORD_MIN || length > PASSWORD_MAX) {
            throw new IllegalArgumentException("KONTOR_IDENTITY_SETUP_PASSWORD must hold 8 to 64 characters.");
        }
        return new Password(value, false);
    }
}
