package org.myocohort.registry.identity;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that every patient's own key is wrapped with. It lies in a file that only its owner may
/// read, outside the database; who loses it loses all identities, and nothing else.
public final class MasterKey {
  /// Name of the key's file in a data folder.
  public static final String FILE = "identity.key";

  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] wrapping;
  private final byte[] lookup;

  private MasterKey(byte[] master) {
    // One secret, two uses: each has a key of its own.
    this.wrapping = hmac(master, "myocohort identity wrapping 1");
    this.lookup = hmac(master, "myocohort identity lookup 1");
  }

  /// Reads the key, or makes it where the file does not exist.
  ///
  /// @throws IOException if the file cannot be read or made, or holds no key
  public static MasterKey at(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        make(file);
      } catch (FileAlreadyExistsException _) {
        // Another program was first: its key is the key.
      }
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IOException(file + " holds no key: expected 64 hexadecimal digits");
    }
    return new MasterKey(HexFormat.of().parseHex(text));
  }

  private static void make(Path file) throws IOException {
    FileAttribute<?>[] owner =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path beside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    byte[] text =
        (HexFormat.of().formatHex(random(KEY_BYTES)) + "\n").getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel =
        FileChannel.open(
            beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      Channels.newOutputStream(channel).write(text);
      channel.force(true);
    }
    try {
      // Never over a key that is there: its identities would be lost.
      Files.createLink(file, beside);
    } catch (UnsupportedOperationException _) {
      Files.move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  String wrap(byte[] key, String owner) {
    return seal(wrapping, key, owner);
  }

  byte[] unwrap(String wrapped, String owner) {
    return open(wrapping, wrapped, owner);
  }

  /// The keyed hash of a hospital number within a study.
  String lookup(String study, String hospitalNumber) {
    return Base64.getEncoder().encodeToString(hmac(lookup, study + "\n" + hospitalNumber));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// AES-256-GCM; whose it is is authenticated with it, so that it fits no other patient.
  static String seal(byte[] key, byte[] plain, String owner) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, owner);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(both);
  }

  /// @throws WrongKeyException if it was sealed with another key, for another patient, or changed
  static byte[] open(byte[] key, String sealed, String owner) {
    byte[] both;
    try {
      both = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException damaged) {
      throw new WrongKeyException(damaged);
    }
    if (both.length < NONCE_BYTES) {
      throw new WrongKeyException(new IllegalArgumentException("too short"));
    }
    return crypt(
        Cipher.DECRYPT_MODE,
        key,
        Arrays.copyOf(both, NONCE_BYTES),
        Arrays.copyOfRange(both, NONCE_BYTES, both.length),
        owner);
  }

  private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] text, String owner) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException failure) {
      throw new WrongKeyException(failure);
    }
  }
}
