import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm init`: a new database.
enum InitCommand {
  static let summary = Label("Make a new database", vi: "Tạo cơ sở dữ liệu mới")

  static var command: Command<Session> {
    Command(
      ["init"], summary,
      details: [
        Label(
          "The file is readable by its owner only. It starts with the usual lists in the language "
            + "of the command (--lang) and with you as administrator. Prints the file's path.",
          vi: "Chỉ chủ tệp đọc được tệp. Dữ liệu khởi đầu gồm các danh mục thông dụng theo ngôn "
            + "ngữ của lệnh (--lang) và bạn là quản trị. In đường dẫn của tệp.")
      ],

      examples: [
        Example(
          "crm init --lang vi",
          Label("Makes the database with Vietnamese lists", vi: "Tạo với danh mục tiếng Việt")),
        Example(
          "crm init --db ban-hang.sqlite",
          Label("Makes it in a file of this folder", vi: "Tạo trong tệp của thư mục này")),
      ],
      runs: { _, session in
        guard !session.isHosted else { throw HostErrors.initialising }
        let store = try Store.create(
          at: session.databasePath, language: session.language, as: session.actor,
          at: session.moment)
        try session.put(store.path)
        session.say(
          "The database is ready; \(session.login) is its administrator.",
          vi: "Cơ sở dữ liệu đã sẵn sàng; \(session.login) là quản trị.")
        session.say(
          "Next: crm import FILE brings in what you have, crm customer add adds a customer, "
            + "crm user add LOGIN --name NAME a colleague; crm shows the first steps.",
          vi: "Tiếp theo: crm import TỆP để nhập dữ liệu đang có, crm customer add để thêm khách "
            + "hàng, crm user add TÀI-KHOẢN --name TÊN để thêm nhân viên; gõ crm để xem các bước đầu."
        )
      })
  }
}
