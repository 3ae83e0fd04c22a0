import CRMValues
import Testing

@Suite struct DialablePhoneTests {
  @Test(arguments: [
    ("84912345678", "0912 345 678"), ("+84 912.345.678", "0912 345 678"),
    ("01621234567", "0321 234 567"), ("0912345678", "0912 345 678"),
    ("02438256686", "024 3825 6686"), ("(028) 3822 1234", "028 3822 1234"),
    ("02363822123", "0236 3822 123"), ("19006017", "1900 6017"),
    ("+81 3-1234-5678", "+81312345678"), ("113", "113"), ("không có", "không có"),
    // What stands beside a number is not lost.
    ("0912345678 (chị Lan)", "0912345678 (chị Lan)"),
    ("024 3825 6686 ext 12", "024 3825 6686 ext 12"),
  ]) func writesANumberAsItIsDialled(_ typed: String, _ dialled: String) {
    #expect(Phone.dialable(typed) == dialled)
  }
}
