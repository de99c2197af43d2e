/** Members who had a password get a log-in and a one-time password to be handed over. */
@NullMarked
package kontor.importer.login;

import org.jspecify.annotations.NullMarked;
