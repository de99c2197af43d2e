/** The command infra/import: what another shop kept is taken over through the services. */
@NullMarked
package kontor.importer;

import org.jspecify.annotations.NullMarked;
