/** What an error text of some program tells of a TLS connection: the likely causes, ranked. */
package org.mtlsplayground.diagnosis.paste;
