package kontor.importer.reading;

import java.sql.SQLException;
import kontor.importer.source.People;
import kontor.importer.source.Table;

/** The tables about people. */
final class PeopleTables {

    private static final int NAME_MAX = 32;

    private PeopleTables() {}

    static People read(CommunityReader reader) {
        return new People(
                reader.all(
                        Table.RANKS,
                        row -> new People.Rank(
                                row.id(),
                                row.text("name", NAME_MAX),
                                row.flag("active"),
                                row.moneyOrNone("debt_limit"),
                                row.flag("is_system_user"))),
                reader.all(Table.USERS, PeopleTables::user),
                reader.all(
                        Table.USER_VERIFICATIONS,
                        row -> new People.Verification(
                                row.id(),
                                row.instant("timestamp"),
                                row.reference("admin_id"),
                                row.reference("user_id"))),
                reader.all(
                        Table.RANK_UPDATES,
                        row -> new People.RankUpdate(
                                row.id(),
                                row.instant("timestamp"),
                                row.reference("user_id"),
                                row.reference("rank_id"),
                                row.reference("admin_id"))),
                reader.all(
                        Table.ADMIN_UPDATES,
                        row -> new People.AdminUpdate(
                                row.id(),
                                row.instant("timestamp"),
                                row.flag("is_admin"),
                                row.reference("admin_id"),
                                row.reference("user_id"))));
    }

    private static People.User user(Row row) throws SQLException {
        return new People.User(
                row.id(),
                row.instant("creation_date"),
                row.textOrNone("firstname", NAME_MAX),
                row.text("lastname", NAME_MAX),
                row.flag("password"),
                row.flag("is_verified"),
                row.referenceOrNone("image_upload_id"));
    }
}
