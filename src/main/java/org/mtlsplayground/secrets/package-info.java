/** Key schedules and record decryption; takes bytes, knows no messages. */
package org.mtlsplayground.secrets;
