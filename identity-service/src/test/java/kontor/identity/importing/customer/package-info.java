/** Takes over customers of another shop as verified members with profile and sites, and gives them log-ins (G-43). */
@NullMarked
package kontor.identity.importing.customer;

import org.jspecify.annotations.NullMarked;
