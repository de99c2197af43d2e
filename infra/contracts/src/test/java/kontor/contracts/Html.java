package kontor.contracts;

/** A page in the making; every text is put in as text. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Markup of our own. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** An element that holds nothing but text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html link(String target, String text) {
        return raw("<a href=\"" + escaped(target) + "\">").text(text).raw("</a>");
    }

    /** A row of a table; its cells are markup made by {@link #cell}. */
    Html row(String... cells) {
        raw("<tr>");
        for (String cell : cells) {
            raw("<td>" + cell + "</td>");
        }
        return raw("</tr>\n");
    }

    Html head(String... titles) {
        raw("<table>\n<tr>");
        for (String title : titles) {
            raw("<th>").text(title).raw("</th>");
        }
        return raw("</tr>\n");
    }

    static String cell(String text) {
        return escaped(text);
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + escaped(text) + "</code>";
    }

    static String linked(String target, String text) {
        return new Html().link(target, text).page.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The whole document; it needs nothing from elsewhere but the sheet beside it. */
    String document(String title) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <link rel="stylesheet" href="style.css">
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title), page);
    }
}
